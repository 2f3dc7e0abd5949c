/** What the bench uses of its peers, so that it compiles where they are not installed. */
declare module '@annotorious/annotorious' {
  export interface Rectangle {
    readonly id: string;
    readonly bodies: readonly never[];
    readonly target: {
      readonly annotation: string;
      readonly selector: {
        readonly type: 'RECTANGLE';
        readonly geometry: {
          readonly x: number;
          readonly y: number;
          readonly w: number;
          readonly h: number;
          readonly bounds: {
            readonly minX: number;
            readonly minY: number;
            readonly maxX: number;
            readonly maxY: number;
          };
        };
      };
    };
  }
  export interface Annotator {
    setAnnotations(annotations: readonly Rectangle[]): void;
  }
  export function createImageAnnotator(
    image: HTMLImageElement,
    options?: { readonly drawingEnabled?: boolean },
  ): Annotator;
}

declare module '@annotorious/openseadragon' {
  import type { Annotator } from '@annotorious/annotorious';
  import type { Viewer } from 'openseadragon';
  export function createOSDAnnotator(viewer: Viewer, options?: { readonly drawingEnabled?: boolean }): Annotator;
}

declare module 'openseadragon' {
  export interface Point {
    readonly x: number;
    readonly y: number;
  }
  export const Point: new (x: number, y: number) => Point;
  export interface Viewport {
    goHome(immediately: boolean): void;
    panBy(delta: Point, immediately: boolean): void;
    zoomBy(factor: number, at: Point, immediately: boolean): void;
    zoomTo(zoom: number, at: null, immediately: boolean): void;
    panTo(centre: Point, immediately: boolean): void;
    imageToViewportZoom(zoom: number): number;
    deltaPointsFromPixels(pixels: Point): Point;
    pointFromPixel(pixel: Point): Point;
    getHomeBounds(): { getCenter(): Point };
  }
  export interface Viewer {
    readonly viewport: Viewport;
    addOnceHandler(event: 'open', run: () => void): void;
  }
  export default function OpenSeadragon(options: {
    readonly element: HTMLElement;
    readonly tileSources: { readonly type: 'image'; readonly url: string };
    readonly showNavigationControl: boolean;
    readonly drawer: 'canvas' | 'webgl';
    readonly animationTime: number;
  }): Viewer;
}

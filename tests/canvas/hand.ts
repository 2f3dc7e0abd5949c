/** Real events on a real element, as the browser sends them for a hand on the mouse or on the screen. */
export interface Hand {
  down(at: Place, also?: PointerEventInit): void;
  move(at: Place, also?: PointerEventInit): void;
  up(at: Place, also?: PointerEventInit): void;
  leave(): void;
  click(at: Place, also?: PointerEventInit): void;
  doubleClick(at: Place): void;
  wheel(at: Place, also: WheelEventInit): WheelEvent;
  key(key: string, also?: KeyboardEventInit): void;
}

/** CSS pixels of the window. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export function hand(element: Element): Hand {
  const pointer = (type: string, at: Place, also: PointerEventInit = {}) => {
    const init = { pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true, ...also };
    element.dispatchEvent(new PointerEvent(type, { ...init, clientX: at.x, clientY: at.y }));
  };
  const press = (at: Place, detail: number, also: PointerEventInit = {}) => {
    pointer('pointerdown', at, also);
    pointer('pointerup', at, also);
    pointer('click', at, { ...also, detail });
  };
  return {
    down: (at, also) => pointer('pointerdown', at, { buttons: 1, ...also }),
    move: (at, also) => pointer('pointermove', at, also),
    up: (at, also) => pointer('pointerup', at, also),
    leave: () => pointer('pointerleave', { x: 0, y: 0 }, { bubbles: false }),
    click: (at, also) => press(at, 1, also),
    doubleClick: (at) => {
      press(at, 1);
      press(at, 2);
      const init = { bubbles: true, cancelable: true, clientX: at.x, clientY: at.y, detail: 2 };
      element.dispatchEvent(new MouseEvent('dblclick', init));
    },
    wheel: (at, also) => {
      const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: at.x, clientY: at.y, ...also });
      element.dispatchEvent(event);
      return event;
    },
    key: (key, also) =>
      void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...also })),
  };
}

/** Press, move in three steps, let go; the browser sends a click after it whatever the distance. */
export function drag(element: Element, from: Place, by: { x: number; y: number }): void {
  const mouse = hand(element);
  mouse.down(from);
  for (const part of [1 / 3, 2 / 3, 1]) mouse.move({ x: from.x + by.x * part, y: from.y + by.y * part });
  const to = { x: from.x + by.x, y: from.y + by.y };
  mouse.up(to);
  element.dispatchEvent(new PointerEvent('click', { clientX: to.x, clientY: to.y, bubbles: true, detail: 1 }));
}

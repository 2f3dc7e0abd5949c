/**
 * Where the files stand that pdf.js asks for while it draws (decoders, character maps, fonts), below the page's assets. With its
 * version, so that they can be kept for ever.
 */
export function folderOfPdfFiles(version: string): string {
  return `pdf-${version}/`;
}

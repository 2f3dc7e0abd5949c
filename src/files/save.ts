/** Browsers read the address when the click is handled, Safari a little later; then it must not hold the bytes any longer. */
const REVOKE_AFTER_MS = 10_000;

/** Downloads a blob under a name. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  // Firefox only follows a link that is in the document.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}

/** Downloads a text as UTF-8. `mime` without a charset: `text/csv`, `application/json`. */
export function saveText(text: string, name: string, mime = 'text/plain'): void {
  saveBlob(new Blob([text], { type: `${mime};charset=utf-8` }), name);
}

/** Fields are found by the names that people know them by: the steps of the welcome and the fields share no owner. */
export function focusField(name: 'Access token' | 'Detection task ID'): void {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name);
  label?.control?.focus();
}

/** What the pixels say of the regions, in the section Frame. */
export function focusFrame(): void {
  document.getElementById('frame-verdict')?.focus();
}

export function focusPicture(): void {
  document.querySelector<HTMLElement>('[role=group][aria-label="Image with regions"]')?.focus();
}

/** The first thing to do with a file of the answer. */
export function focusFiles(): void {
  document.querySelector<HTMLElement>('section[aria-label="Files in this answer"] button')?.focus();
}

/** The file dialog of the field Source image. */
export function chooseImage(): void {
  document.querySelector<HTMLInputElement>('input[type=file][aria-label="Source image"]')?.click();
}

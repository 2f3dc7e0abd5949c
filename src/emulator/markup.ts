/** Text between tags or in an attribute. What XML 1.0 cannot carry is left out. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '');
}

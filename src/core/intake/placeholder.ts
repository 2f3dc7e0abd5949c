const PLACEHOLDERS: readonly RegExp[] = [
  /^<.*>$/,
  /^\$/,
  /^%[a-z_][a-z0-9_]*%$/i,
  // {task_id} and {{token}}, but not {GUID}
  /^\{+(?=[^}]*[g-z_])[a-z_][a-z0-9_ ]*\}+$/i,
  /^your[-_ ]?(?:access|task|token|id|jwt|bearer)[a-z_ -]*$/i,
  /^(?:task[-_]?id|access[-_]?token|x{3,}|\.{3}|…)$/i,
];

/** Something that stands for the real thing in a documentation's example: `YOUR_TASK_ID`, `<token>`, `$TOKEN`. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDERS.some((pattern) => pattern.test(value));
}

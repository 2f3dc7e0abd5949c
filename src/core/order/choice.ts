/** Orders that are told from the answer alone; a person's own is kept as moves within one of them. */
export const READING_ORDERS = ['received', 'columns', 'columns from the right'] as const;
export type ReadingOrder = (typeof READING_ORDERS)[number];

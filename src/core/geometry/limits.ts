/**
 * Pixels of the largest canvas or whole bitmap that is made anywhere: 4,096 x 4,096. Safari draws nothing on a larger canvas and
 * says nothing, and any browser puts this many pixels on the graphics card at once.
 */
export const MOST_CANVAS_PIXELS = 16_777_216;

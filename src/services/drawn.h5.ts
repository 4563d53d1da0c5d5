/** When what was just drawn can be asked where it stands: in a browser, at once. */
export const whenDrawn = (then: () => void): void => then();

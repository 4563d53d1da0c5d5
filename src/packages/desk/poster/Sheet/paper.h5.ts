/** The sheet's sizes on paper, which only a browser needs. */
import './paper.h5.scss';

export function startPaper(): void {}

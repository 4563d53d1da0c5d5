import { scaleFor } from './scale';

describe('scaleFor', () => {
  it.each([
    [0.91, [70, 80, 90, 100]],
    [0.7, [70, 80, 90, 100]],
    [0.69, [40, 60, 80, 100]],
    [0.39, [0, 25, 50, 75, 100]],
    [0, [0, 25, 50, 75, 100]],
  ])('a lowest figure of %d is drawn on %j', (lowest, ticks) => {
    expect(scaleFor(lowest).ticks.map((tick) => Math.round(tick * 100))).toEqual(ticks);
  });

  it('sets the ends of the line at 0 and 100 and nothing outside', () => {
    const { at } = scaleFor(0.8);
    expect([0.5, 0.7, 0.85, 1, 1.2].map(at).map(Math.round)).toEqual([0, 0, 50, 100, 100]);
  });
});

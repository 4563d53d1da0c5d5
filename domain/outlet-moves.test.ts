import { moved, type Actor, type Machine } from './moves';
import { claimMachine, correctionMachine, disputeMachine, registrationMachine, standingMachine, witnessMachine } from './outlet-moves';

const actors: readonly Actor[] = ['resident', 'merchant', 'staff', 'residents', 'time'];
const machines: Readonly<Record<string, Machine<string, string>>> = { registrationMachine, claimMachine, disputeMachine, correctionMachine, standingMachine, witnessMachine };

// Every legal move by name, so that a change of a table is a change here; all others are tried below and must be illegal.
const legal = `
registrationMachine none submit merchant pending
registrationMachine returned correct merchant pending
registrationMachine pending approve staff approved
registrationMachine pending return staff returned
registrationMachine approved undo staff pending
registrationMachine returned undo staff pending
claimMachine none submit merchant pending
claimMachine none dispute merchant disputed
claimMachine pending dispute merchant disputed
claimMachine refused dispute merchant disputed
claimMachine refused correct merchant pending
claimMachine pending withdraw merchant withdrawn
claimMachine disputed withdraw merchant withdrawn
claimMachine pending grant staff granted
claimMachine disputed grant staff granted
claimMachine pending refuse staff refused
claimMachine disputed refuse staff refused
claimMachine granted undo staff pending
claimMachine refused undo staff pending
disputeMachine none open merchant open
disputeMachine open decide staff decided
disputeMachine open drop merchant dropped
correctionMachine none report resident open
correctionMachine open accept staff accepted
correctionMachine open refuse staff refused
correctionMachine open answer merchant answered
correctionMachine open answer staff answered
correctionMachine open withdraw resident withdrawn
correctionMachine accepted undo staff open
correctionMachine refused undo staff open
standingMachine fine doubt residents doubted
standingMachine fine hide residents hidden
standingMachine doubted hide residents hidden
standingMachine fine confirm merchant fine
standingMachine fine confirm staff fine
standingMachine doubted confirm merchant fine
standingMachine doubted confirm staff fine
standingMachine hidden confirm merchant fine
standingMachine hidden confirm staff fine
standingMachine fine close staff closed
standingMachine doubted close staff closed
standingMachine hidden close staff closed
standingMachine closed reopen staff fine
witnessMachine none witness staff standing
witnessMachine standing renew staff renewed
witnessMachine standing revoke staff revoked
witnessMachine standing end time ended`.trim().split('\n');

describe.each(Object.entries(machines))('M1–M6, S1, S2: %s', (name, machine) => {
  const states = ['none', ...new Set(Object.values(machine).flatMap(({ from, to }) => [...from, to]).filter((state) => state !== 'none'))];
  const tried = states.flatMap((from) => Object.keys(machine).flatMap((act) => actors.map((by) => ({ from, act, by }))));
  test.each(tried)('$from – $act – by $by', ({ from, act, by }) => {
    const expected = legal.map((line) => line.split(' ')).find(([of, a, b, c]) => of === name && a === from && b === act && c === by)?.[4] ?? null;
    expect(moved(machine, from, act, by)).toBe(expected);
  });
});

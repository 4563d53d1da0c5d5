/** What both shapes of the table are given: some formats of some communities. */
import type { Inventory, InventoryCell } from '../../../../types/contract/inventory';

export interface Place { readonly code: string; readonly name: string }
/** What was pressed: a cell, or the name before a row. */
export interface Pressed { readonly community: Place; readonly formats: readonly Place[]; readonly cells: readonly InventoryCell[] }
export interface Shape {
  readonly rows: Inventory['rows'];
  readonly formats: Inventory['groups'][number]['formats'];
  readonly onMark: (pressed: Pressed) => void;
}

export interface DayProps {
  readonly label: string;
  /** YYYY-MM-DD; empty: none picked yet. */
  readonly day: string;
  /** The earliest that can be picked. */
  readonly first: string;
  readonly onChange: (day: string) => void;
}

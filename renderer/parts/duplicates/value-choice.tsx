interface ValueChoiceProps {
  /** What is chosen, for the screen reader. */
  label: string;
  name: string;
  /** In the order of the columns; null where that side says nothing. */
  values: readonly (string | null)[];
  chosen: number;
  onChoose(column: number): void;
}

/** A row of a table in which one value of several is taken. */
export function ValueChoice({ label, name, values, chosen, onChoose }: ValueChoiceProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {values.map((value, column) => (
        <td key={`${name} ${column.toString()}`}>
          <label>
            <input
              type="radio"
              name={name}
              aria-label={`${label}: ${value ?? '—'}`}
              checked={chosen === column}
              onChange={() => onChoose(column)}
            />
            {value ?? '—'}
          </label>
        </td>
      ))}
    </tr>
  );
}

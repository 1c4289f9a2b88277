import { Button } from '../../../kit/button/index.ts';
import { USUAL_ACCENT } from '../rules/accent.ts';
import { useFormWords } from './words.ts';
import './forms.css';

/** A company's colour, or none for the usual one. */
export function AccentInput({
  value = null,
  onChange,
}: {
  readonly value?: string | null;
  readonly onChange?: (accent: string | null) => void;
}) {
  const word = useFormWords();
  return (
    <div className="k-row">
      <input
        className="form-accent"
        type="color"
        aria-label={word('forms.field.accent')}
        value={value ?? USUAL_ACCENT}
        onChange={({ target }) => onChange?.(target.value)}
      />
      {value !== null && (
        <Button small kind="quiet" onClick={() => onChange?.(null)}>
          {word('forms.field.accent.usual')}
        </Button>
      )}
    </div>
  );
}

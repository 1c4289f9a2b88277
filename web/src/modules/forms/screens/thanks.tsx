import { Door } from '../../organization/index.ts';
import { useFormWords } from '../parts/words.ts';

/** Said to a visitor whose form has arrived. */
export function Thanks() {
  const word = useFormWords();
  return (
    <Door title={word('forms.public.sent')} note={word('forms.thanks.default')}>
      {null}
    </Door>
  );
}

import { useAddressParam } from '../../../kernel/routing/index.ts';
import { Door } from '../../organization/index.ts';
import { useFormWords } from '../parts/words.ts';
import { usePublicForm } from '../queries.ts';

/** Said to a visitor whose form has arrived, in the words of the form. */
export function Thanks() {
  const word = useFormWords();
  const found = usePublicForm(useAddressParam('key'));
  return (
    <Door title={word('forms.public.sent')} note={found.data?.thanksText ?? word('forms.thanks.default')}>
      {null}
    </Door>
  );
}

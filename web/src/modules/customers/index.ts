export { EditCustomerSheet } from './actions/edit-customer-sheet.tsx';
export { ContactsCard } from './parts/contacts-card.tsx';
export { CustomerPicker } from './parts/customer-picker.tsx';
export { placeOf } from './parts/place.ts';
export { useCustomerWords } from './parts/words.ts';
export { useCustomer } from './queries.ts';

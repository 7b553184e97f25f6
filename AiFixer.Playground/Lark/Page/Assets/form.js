// What can be filled in on a card, and what is sent with it.
import { make } from './dom.js';
import { say } from './words.js';

const options = element => (element.options ?? []).map(one => make('option', { value: one.value }, one.text?.content ?? one.value));

export const fields = {
  input: element => {
    const common = { name: element.name, maxlength: element.max_length ?? 1000, placeholder: element.placeholder?.content, required: element.required, disabled: element.disabled };
    const field = element.input_type === 'multiline_text'
      ? make('textarea', { ...common, rows: element.rows ?? 3 }, element.default_value ?? '')
      : make('input', { ...common, type: element.input_type === 'password' ? 'password' : 'text', value: element.default_value });
    return make('label', { class: 'field' }, element.label?.content ? make('span', {}, element.label.content) : null, field);
  },
  select_static: element => make('label', { class: 'field' },
    make('select', { name: element.name, required: element.required, disabled: element.disabled }, make('option', { value: '' }, element.placeholder?.content ?? say('choose')), options(element))),
  multi_select_static: element => make('label', { class: 'field' },
    make('select', { name: element.name, required: element.required, multiple: true }, options(element))),
  checker: element => make('label', { class: 'check' },
    make('input', { type: 'checkbox', name: element.name, checked: element.checked }), element.text?.content ?? ''),
  date_picker: element => make('label', { class: 'field' }, make('input', { type: 'date', name: element.name, required: element.required, value: element.initial_date })),
  picker_time: element => make('label', { class: 'field' }, make('input', { type: 'time', name: element.name, required: element.required })),
  picker_datetime: element => make('label', { class: 'field' }, make('input', { type: 'datetime-local', name: element.name, required: element.required })),
};

const zone = () => {
  const minutes = -new Date().getTimezoneOffset();
  const two = number => String(Math.floor(number)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}${two(Math.abs(minutes) % 60)}`;
};

const value = field => {
  if (field.type === 'checkbox') return field.checked;
  if (field.multiple) return [...field.selectedOptions].map(one => one.value);
  if (['date', 'time', 'datetime-local'].includes(field.type) && field.value) return `${field.value.replace('T', ' ')} ${zone()}`;
  return field.value;
};

// Null when something that must be there is missing: the client says so itself, and nothing is sent.
export const filledIn = form => {
  const named = [...form.querySelectorAll('input[name], textarea[name], select[name]')];
  const missing = named.find(field => field.required && !field.value.trim());
  named.forEach(field => field.setCustomValidity(''));
  if (missing) {
    missing.setCustomValidity(say('required'));
    missing.reportValidity();
    return null;
  }
  return Object.fromEntries(named.map(field => [field.name, value(field)]));
};

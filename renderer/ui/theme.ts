import {
  ActionIcon,
  Anchor,
  Button,
  Checkbox,
  CloseButton,
  Combobox,
  createTheme,
  Drawer,
  Input,
  InputWrapper,
  Kbd,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Radio,
  Skeleton,
  Switch,
  Tooltip,
} from '@mantine/core';
import classes from './controls.module.css';

const valley: MantineColorsTuple = [
  '#e3eeed',
  '#c8dfde',
  '#9cc7c6',
  '#8fd0cd',
  '#4d8a8d',
  '#2b7076',
  '#1b6067',
  '#0f4f55',
  '#0c3f45',
  '#082d31',
];

const choice = {
  classNames: {
    input: classes['check'] ?? '',
    icon: classes['checkIcon'] ?? '',
    label: classes['choiceLabel'] ?? '',
    description: classes['description'] ?? '',
    error: classes['error'] ?? '',
  },
};

const dialog = {
  header: classes['modalHeader'] ?? '',
  title: classes['modalTitle'] ?? '',
  body: classes['modalBody'] ?? '',
  overlay: classes['overlay'] ?? '',
};

/** The head of a dialog is no banner of the page. */
const plainHeader = { header: { role: 'presentation' } };

const calendar = {
  classNames: {
    day: classes['day'] ?? '',
    weekday: classes['weekday'] ?? '',
    calendarHeaderControl: classes['calendarControl'] ?? '',
    calendarHeaderLevel: classes['calendarControl'] ?? '',
    monthsListControl: classes['calendarControl'] ?? '',
    yearsListControl: classes['calendarControl'] ?? '',
  },
};

/** Everything Mantine draws takes its look from here and from controls.module.css; screens never restyle a control. */
export const theme = createTheme({
  fontFamily: "'Source Sans 3 Variable', sans-serif",
  fontFamilyMonospace: "'Source Sans 3 Variable', monospace",
  headings: {
    fontFamily: "'Source Sans 3 Variable', sans-serif",
    fontWeight: '650',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '1.2' },
      h2: { fontSize: '18px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.3' },
    },
  },
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '16px', xl: '18px' },
  spacing: { xs: '6px', sm: '10px', md: '16px', lg: '22px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  colors: { valley },
  primaryColor: 'valley',
  primaryShade: { light: 7, dark: 3 },
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default' },
      classNames: { root: classes['button'] ?? '' },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle' },
      classNames: { root: classes['actionIcon'] ?? '' },
    }),
    CloseButton: CloseButton.extend({ classNames: { root: classes['close'] ?? '' } }),
    Input: Input.extend({
      classNames: { input: classes['input'] ?? '', section: classes['section'] ?? '' },
    }),
    InputWrapper: InputWrapper.extend({
      classNames: {
        label: classes['label'] ?? '',
        required: classes['required'] ?? '',
        description: classes['description'] ?? '',
        error: classes['error'] ?? '',
      },
    }),
    Combobox: Combobox.extend({
      classNames: { dropdown: classes['dropdown'] ?? '', option: classes['option'] ?? '' },
    }),
    Popover: Popover.extend({ classNames: { dropdown: classes['dropdown'] ?? '' } }),
    Menu: Menu.extend({
      defaultProps: {
        position: 'bottom-end',
        offset: 4,
        transitionProps: { duration: 0 },
        withInitialFocusPlaceholder: false,
      },
      classNames: {
        dropdown: classes['dropdown'] ?? '',
        item: classes['menuItem'] ?? '',
        label: classes['menuLabel'] ?? '',
        divider: classes['menuDivider'] ?? '',
      },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, transitionProps: { duration: 80 }, attributes: plainHeader },
      classNames: { ...dialog, content: classes['modalContent'] ?? '' },
    }),
    Drawer: Drawer.extend({
      defaultProps: { position: 'right', transitionProps: { duration: 80 }, attributes: plainHeader },
      classNames: { ...dialog, content: `${classes['modalContent']} ${classes['drawerContent']}` },
    }),
    Checkbox: Checkbox.extend(choice),
    Radio: Radio.extend({
      classNames: {
        ...choice.classNames,
        radio: classes['radio'] ?? '',
        icon: classes['radioIcon'] ?? '',
      },
    }),
    Switch: Switch.extend({
      defaultProps: { withThumbIndicator: false },
      classNames: {
        track: classes['track'] ?? '',
        thumb: classes['thumb'] ?? '',
        label: classes['choiceLabel'] ?? '',
        description: classes['description'] ?? '',
        error: classes['error'] ?? '',
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, transitionProps: { duration: 0 } },
      classNames: { tooltip: classes['tooltip'] ?? '' },
    }),
    Skeleton: Skeleton.extend({ classNames: { root: classes['skeleton'] ?? '' } }),
    Kbd: Kbd.extend({ classNames: { root: classes['kbd'] ?? '' } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    DateInput: calendar,
    DatePickerInput: calendar,
    DatePicker: calendar,
    Calendar: calendar,
  },
});

const variables = {
  '--mantine-color-body': 'var(--y-paper)',
  '--mantine-color-text': 'var(--y-ink)',
  '--mantine-color-bright': 'var(--y-ink)',
  '--mantine-color-dimmed': 'var(--y-ink-soft)',
  '--mantine-color-anchor': 'var(--y-base)',
  '--mantine-color-error': 'var(--y-danger-ink)',
  '--mantine-color-placeholder': 'var(--y-ink-soft)',
  '--mantine-color-default': 'var(--y-surface)',
  '--mantine-color-default-hover': 'var(--y-sunken)',
  '--mantine-color-default-color': 'var(--y-ink)',
  '--mantine-color-default-border': 'var(--y-line-strong)',
  '--mantine-color-disabled': 'var(--y-sunken)',
  '--mantine-color-disabled-color': 'var(--y-ink-soft)',
  '--mantine-color-disabled-border': 'var(--y-line-strong)',
  '--mantine-primary-color-filled': 'var(--y-base)',
  '--mantine-primary-color-contrast': 'var(--y-base-ink)',
};

/** Points Mantine's own variables at ours, so that theme.css is the one place with colours, light and dark. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
});

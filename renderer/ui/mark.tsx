import { Box } from '@mantine/core';
import address from '../../resources/icons/icon.svg';

/** The sign of Yachay; the word beside it says the name, so it is silent for screen readers. */
export function Mark({ size = 26 }: { size?: number }) {
  return <Box component="img" src={address} alt="" w={size} h={size} display="block" />;
}

import { z } from 'zod';

/**
 * The page's policy forbids making code from text, which zod would try for speed. It looks when a schema is
 * made, so this module is imported before any other.
 */
z.config({ jitless: true });

/** The exit code of a service whose data folder another Yachay works with. */
export const dataFolderInUseExit = 3;

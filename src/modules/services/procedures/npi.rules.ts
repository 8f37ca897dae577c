/** How many signs a personal identification number (NPI) has: by most usage seen; no text found confirms it. */
export const npiDigits = 10

"""Reports: what came out, written for people and for spreadsheets. Pure: values in, text out."""

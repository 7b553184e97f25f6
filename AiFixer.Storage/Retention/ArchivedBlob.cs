namespace AiFixer.Storage.Retention;

internal sealed record ArchivedBlob(string Hash, string MediaType, Bytes Bytes);

namespace AiFixer.Plugins.Custom;

/// <summary>Something in the folder that plugins can be made of.</summary>
/// <param name="Name">Its folder's or its file's name.</param>
/// <param name="Path">The assembly or the file.</param>
/// <param name="Mark">Changes whenever one of its files does.</param>
/// <param name="Problem">Why it is not even looked into; null when it is.</param>
internal sealed record CustomSource(string Name, string Path, CustomKind Kind, string Mark, string? Problem = null);

namespace AiFixer.Plugins.Loki;

/// <summary>One line; its labels are those that not every line has.</summary>
internal sealed record LineData(string Time, IReadOnlyDictionary<string, string>? Labels, string Line);

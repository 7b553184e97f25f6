namespace AiFixer.Lark.Alerts;

/// <summary>Something a message says about one matter.</summary>
/// <param name="Line">In which line it begins.</param>
/// <param name="Key">One of <see cref="FieldKey"/>, or the name of a label.</param>
internal sealed record Field(int Line, string Key, string Value);

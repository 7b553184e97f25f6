namespace AiFixer.Plugins.Databases;

internal enum SqlTokenKind
{
    /// <summary>Names, keywords, parameters and signs: shown as they are.</summary>
    Plain,

    /// <summary>White space and comments.</summary>
    Space,

    /// <summary>A value.</summary>
    Literal,

    /// <summary>From here on it cannot be told what is a value.</summary>
    Unsure,
}

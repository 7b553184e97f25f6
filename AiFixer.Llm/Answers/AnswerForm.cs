namespace AiFixer.Llm.Answers;

/// <summary>How what a model said relates to what it was asked for.</summary>
internal enum AnswerForm
{
    /// <summary>One JSON object.</summary>
    Plain,

    /// <summary>One in a code fence, or with words around it: taken.</summary>
    Wrapped,

    /// <summary>One with fields nobody asked for: taken without them.</summary>
    Extra,

    Empty,

    /// <summary>Words only.</summary>
    Prose,

    /// <summary>It begins like JSON and ends too early, or is broken inside.</summary>
    Broken,

    /// <summary>JSON of another shape, or with values that are not allowed.</summary>
    WrongShape,

    /// <summary>Longer than any answer may be.</summary>
    TooLong,
}

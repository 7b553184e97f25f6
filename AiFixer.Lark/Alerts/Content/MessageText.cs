namespace AiFixer.Lark.Alerts;

/// <summary>What a message says, as lines without any markup.</summary>
/// <param name="Lines">Trimmed; empty ones are kept because they part one thing from another.</param>
/// <param name="Links">Where it points to, in their order.</param>
internal sealed record MessageText(IReadOnlyList<string> Lines, IReadOnlyList<string> Links)
{
    /// <summary>What stands for a line drawn across a card.</summary>
    public const string Rule = "---";

    public static MessageText Nothing { get; } = new([], []);

    public bool IsEmpty => Lines.All(line => line.Length == 0);

    public string Whole => string.Join('\n', Lines).Trim('\n');
}

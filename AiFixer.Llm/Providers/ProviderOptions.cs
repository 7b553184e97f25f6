namespace AiFixer.Llm.Providers;

/// <summary>One provider of the chain. The section <c>Llm:Providers:N</c>.</summary>
internal sealed record ProviderOptions
{
    /// <summary>What it is called on pages and in logs: the kind unless told otherwise.</summary>
    public required string Name { get; init; }

    public required ProviderKind Kind { get; init; }

    public required string Model { get; init; }

    /// <summary>Without the path of the API, with whatever a proxy wants before it.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>From the environment or a file of its own; null for a provider that wants none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Whether the answer is sent as it is made. Keeps connections alive that a proxy would close.</summary>
    public bool Stream { get; init; }

    public JsonMode Json { get; init; }

    /// <summary>For one whole answer: 1 s to 15 min.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The longest answer: 256 to 131,072.</summary>
    public int MaxOutputTokens { get; init; } = 8192;

    /// <summary>What a local model may read: 2,048 to 2,097,152. A longer conversation is refused rather than cut silently.</summary>
    public int ContextTokens { get; init; } = 32768;

    /// <summary>Null leaves it to the provider: models that reason refuse any.</summary>
    public float? Temperature { get; init; }

    /// <summary>Calls begun within any minute; 0 for any number.</summary>
    public int RequestsPerMinute { get; init; } = 60;

    /// <summary>Calls under way at once: 1 to 256.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>What a million tokens cost, in the currency of the budget.</summary>
    public decimal InputPrice { get; init; }

    public decimal OutputPrice { get; init; }

    /// <summary>The longest answer in bytes: 16 KiB to 16 MiB.</summary>
    public int MaxAnswerBytes { get; init; } = 512 * 1024;

    /// <summary>Who answers, as people are told.</summary>
    public string Label => $"{Name}/{Model}";

    /// <summary>Never with the key.</summary>
    public override string ToString() => $"{Label} at {BaseUrl.GetLeftPart(UriPartial.Authority)}";
}

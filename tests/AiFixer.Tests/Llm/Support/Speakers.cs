using AiFixer.Llm.Providers;

namespace AiFixer.Tests.Llm.Support;

/// <summary>Every way of speaking, streamed and not.</summary>
internal static class Speakers
{
    public static TheoryData<ProviderKind, bool> All =>
    [
        (ProviderKind.OpenAi, false), (ProviderKind.OpenAi, true),
        (ProviderKind.DeepSeek, false), (ProviderKind.DeepSeek, true),
        (ProviderKind.Anthropic, false), (ProviderKind.Anthropic, true),
        (ProviderKind.Ollama, false), (ProviderKind.Ollama, true),
        (ProviderKind.Gemini, false), (ProviderKind.Gemini, true),
    ];

    public static ProviderOptions Options(ProviderKind kind, Uri url, bool stream = false, string? name = null) => new()
    {
        Name = name ?? kind.ToString().ToLowerInvariant(),
        Kind = kind,
        Model = "test-model",
        BaseUrl = url,
        ApiKey = "key-of-the-test",
        Stream = stream,
        Json = kind == ProviderKind.DeepSeek ? JsonMode.Object : JsonMode.Schema,
        Timeout = TimeSpan.FromSeconds(30),
        InputPrice = 1,
        OutputPrice = 10,
    };
}

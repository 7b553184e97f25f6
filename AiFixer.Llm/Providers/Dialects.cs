using AiFixer.Llm.Providers.Anthropic;
using AiFixer.Llm.Providers.Gemini;
using AiFixer.Llm.Providers.Ollama;
using AiFixer.Llm.Providers.OpenAi;

namespace AiFixer.Llm.Providers;

/// <summary>Who speaks how.</summary>
internal static class Dialects
{
    public static IDialect Of(ProviderOptions options) => options.Kind switch
    {
        ProviderKind.Anthropic => new AnthropicDialect(options),
        ProviderKind.Ollama => new OllamaDialect(options),
        ProviderKind.Gemini => new GeminiDialect(options),
        _ => new OpenAiDialect(options),
    };
}

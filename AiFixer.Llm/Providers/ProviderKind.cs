namespace AiFixer.Llm.Providers;

/// <summary>Whose way of speaking a provider has.</summary>
public enum ProviderKind
{
    Anthropic,
    OpenAi,
    Ollama,
    Gemini,
    DeepSeek,
    Qwen,

    /// <summary>Any other server that speaks as OpenAI does.</summary>
    OpenAiCompatible,
}

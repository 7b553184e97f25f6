using AiFixer.Hosting.Configuration;
using AiFixer.Llm.Providers;

namespace AiFixer.Hosting.Models;

/// <summary>What is so for each kind of provider unless somebody says otherwise.</summary>
internal static class ProviderKinds
{
    /// <summary>As people call them.</summary>
    private static readonly Dictionary<string, ProviderKind> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["anthropic"] = ProviderKind.Anthropic,
        ["claude"] = ProviderKind.Anthropic,
        ["openai"] = ProviderKind.OpenAi,
        ["ollama"] = ProviderKind.Ollama,
        ["gemini"] = ProviderKind.Gemini,
        ["google"] = ProviderKind.Gemini,
        ["deepseek"] = ProviderKind.DeepSeek,
        ["qwen"] = ProviderKind.Qwen,
        ["openai-compatible"] = ProviderKind.OpenAiCompatible,
        ["openaicompatible"] = ProviderKind.OpenAiCompatible,
    };

    public static ProviderKind? Read(SettingsReader settings, string name)
    {
        var text = settings.Text(name);
        if (text is not null && Spellings.TryGetValue(text, out var kind))
            return kind;
        settings.Problems.Add(settings.Key(name), $"must be one of anthropic, openai, gemini, ollama, deepseek, qwen, openai-compatible, not \"{text}\"");
        return null;
    }

    public static string? Address(ProviderKind kind) => kind switch
    {
        ProviderKind.Anthropic => "https://api.anthropic.com",
        ProviderKind.OpenAi => "https://api.openai.com",
        ProviderKind.Ollama => "http://localhost:11434",
        ProviderKind.Gemini => "https://generativelanguage.googleapis.com",
        ProviderKind.DeepSeek => "https://api.deepseek.com",
        ProviderKind.Qwen => "https://dashscope.aliyuncs.com/compatible-mode/v1",
        _ => null,
    };

    public static bool WantsKey(ProviderKind kind) => kind is not (ProviderKind.Ollama or ProviderKind.OpenAiCompatible);

    /// <summary>Those that only speak like OpenAI mostly know JSON, and not schemas.</summary>
    public static JsonMode Json(ProviderKind kind) => kind is ProviderKind.DeepSeek or ProviderKind.Qwen or ProviderKind.OpenAiCompatible ? JsonMode.Object : JsonMode.Schema;
}

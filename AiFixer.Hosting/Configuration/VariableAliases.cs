using System.Collections.Frozen;
using System.Globalization;

namespace AiFixer.Hosting.Configuration;

/// <summary>Names of environment variables that people know from elsewhere, and the keys they stand for.</summary>
internal static class VariableAliases
{
    private const string FencePrefix = "FENCE_";

    public static FrozenDictionary<string, string> Keys { get; } = new Dictionary<string, string>
    {
        ["LLM_PROVIDER"] = "Llm:Provider",
        ["LLM_API_KEY"] = "Llm:ApiKey",
        ["LLM_BASE_URL"] = "Llm:BaseUrl",
        ["LLM_MODEL"] = "Llm:Model",
        ["ALERT_BOT_IDS"] = "Lark:AlertBotIds",
        ["FEISHU_WEBHOOK"] = "Notifiers:LarkBot:Url",
        ["TELEGRAM_BOT_TOKEN"] = "Notifiers:Telegram:Token",
        ["TELEGRAM_CHAT_ID"] = "Notifiers:Telegram:Chat",
        ["TAVILY_API_KEY"] = "WebSearch:Tavily:ApiKey",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "Telemetry:Endpoint",
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "Telemetry:Protocol",
        ["OTEL_EXPORTER_OTLP_HEADERS"] = "Telemetry:Headers",
        ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "Telemetry:TimeoutMilliseconds",
        ["OTEL_BSP_MAX_QUEUE_SIZE"] = "Telemetry:QueueSize",
        ["OTEL_SERVICE_NAME"] = "Telemetry:ServiceName",
        ["OTEL_TRACES_SAMPLER_ARG"] = "Telemetry:SampleRatio",
        ["OTEL_TRACES_EXPORTER"] = "Telemetry:Traces",
        ["OTEL_METRICS_EXPORTER"] = "Telemetry:Metrics",
        ["OTEL_LOGS_EXPORTER"] = "Telemetry:Logs",
        ["OTEL_SDK_DISABLED"] = "Telemetry:Disabled",
        ["PG_MONITOR_DSN"] = "Plugins:Postgres:default:Dsn",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Dictionary<string, string?> Read(IReadOnlyDictionary<string, string> variables)
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in variables)
        {
            if (KeyOf(name) is { } key)
                found[key] = value;
        }

        return found;
    }

    /// <summary>The key a variable stands for; null when it is none of ours.</summary>
    public static string? KeyOf(string variable) =>
        Keys.GetValueOrDefault(variable)
        ?? (variable.StartsWith(FencePrefix, StringComparison.Ordinal) && variable.Length > FencePrefix.Length ? FenceKey(variable) : null);

    private static string FenceKey(string variable) =>
        "Policy:Fences:" + string.Concat(variable[FencePrefix.Length..].Split('_')
            .Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant())));
}

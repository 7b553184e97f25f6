namespace AiFixer.Llm.Telemetry;

/// <summary>OpenTelemetry's conventions for generative AI, in the version that is kept to; a newer one is taken here and nowhere else.</summary>
internal static class GenAi
{
    public const string Schema = "https://opentelemetry.io/schemas/1.40.0";

    public const string Operation = "gen_ai.operation.name";
    public const string Provider = "gen_ai.provider.name";
    public const string Conversation = "gen_ai.conversation.id";
    public const string RequestModel = "gen_ai.request.model";
    public const string MaxTokens = "gen_ai.request.max_tokens";
    public const string OutputType = "gen_ai.output.type";
    public const string ResponseModel = "gen_ai.response.model";
    public const string ResponseId = "gen_ai.response.id";
    public const string FinishReasons = "gen_ai.response.finish_reasons";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string CachedTokens = "gen_ai.usage.cache_read.input_tokens";
    public const string TokenType = "gen_ai.token.type";
    public const string ErrorType = "error.type";

    /// <summary>Not in the conventions; Langfuse takes the money from it.</summary>
    public const string Cost = "gen_ai.usage.cost";

    public const string TokenUsage = "gen_ai.client.token.usage";
    public const string Duration = "gen_ai.client.operation.duration";

    /// <summary>The buckets that the conventions advise.</summary>
    public static IReadOnlyList<int> TokenBuckets { get; } = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];

    public static IReadOnlyList<double> DurationBuckets { get; } = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
}

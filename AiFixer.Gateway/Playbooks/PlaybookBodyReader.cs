using System.Text;
using System.Text.Json;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Intake;
using AiFixer.Gateway.Serialization;

namespace AiFixer.Gateway.Playbooks;

/// <summary>Reads a playbook: within JSON, or as it is with <c>Content-Type: application/yaml</c>.</summary>
internal static class PlaybookBodyReader
{
    private const int MaximumBytes = 256 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<(PlaybookBody? Body, IResult? Refusal)> ReadAsync(HttpContext context)
    {
        if (IsYaml(context.Request))
            return await YamlAsync(context);
        var (read, refusal) = await BodyReader.ReadAsync(context.Request, MaximumBytes, Parse, context.RequestAborted);
        if (refusal is not null)
            return (null, refusal);
        return read is { Yaml.Length: > 0 } ? (read, null) : (null, Problems.Invalid("yaml", "is missing"));
    }

    private static bool IsYaml(HttpRequest request) =>
        request.ContentType?.Split(';')[0].Trim() is "application/yaml" or "application/x-yaml" or "text/yaml";

    private static async Task<(PlaybookBody? Body, IResult? Refusal)> YamlAsync(HttpContext context)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (var read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted); read > 0; read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted))
        {
            text.Write(buffer, 0, read);
            if (text.Length > MaximumBytes)
                return (null, Problems.TooLarge(MaximumBytes));
        }

        try
        {
            return (new() { Yaml = Strict.GetString(text.ToArray()), Reason = context.Request.Query["reason"] }, null);
        }
        catch (DecoderFallbackException)
        {
            return (null, Problems.Invalid("body", "is not UTF-8"));
        }
    }

    private static PlaybookBody Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, GatewayJsonContext.Default.PlaybookBody) ?? new();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return new();
        }
    }
}

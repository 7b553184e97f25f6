using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiFixer.Core.Alerts;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Intake;
using AiFixer.Gateway.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Incidents;

/// <summary>Reads and checks the body of a decision; a wrong one is refused by the name of its field.</summary>
internal static class DecisionBodyReader
{
    private const int MaximumBytes = 64 * 1024;
    private const int LongestText = 2_000;

    public static async ValueTask<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpContext context)
        where T : class, IDecisionBody, new()
    {
        if (T.MayBeMissing && context.Request.ContentLength is 0 or null && context.Request.ContentType is null)
            return (new T(), null);
        var (read, refusal) = await BodyReader.ReadAsync(context.Request, MaximumBytes, Parse<T>, context.RequestAborted);
        return refusal is not null ? (null, refusal) : read!.Problem is not null ? (null, read.Problem) : (read.Body, Check(read.Body!));
    }

    private static Parsed<T> Parse<T>(ReadOnlyMemory<byte> json)
        where T : class
    {
        try
        {
            var type = (JsonTypeInfo<T>)GatewayJsonContext.Default.GetTypeInfo(typeof(T))!;
            return JsonSerializer.Deserialize(json.Span, type) is { } body
                ? new(body, null)
                : new(null, Problems.Invalid("body", "must be an object"));
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            var field = (wrong as JsonException)?.Path?.TrimStart('$', '.');
            return new(null, string.IsNullOrEmpty(field)
                ? Problems.Invalid("body", "is not the JSON this takes")
                : Problems.Invalid(TextCleaner.Line(field, AlertLimits.LabelName), "must be text"));
        }
    }

    private static ProblemHttpResult? Check(IDecisionBody body)
    {
        foreach (var (name, text, required) in body.Fields)
        {
            if (required && string.IsNullOrWhiteSpace(text))
                return Problems.Invalid(name, "is missing");
            if (text?.Length > LongestText)
                return Problems.Invalid(name, "may have 2000 characters");
        }

        return null;
    }

    private sealed record Parsed<T>(T? Body, IResult? Problem);
}

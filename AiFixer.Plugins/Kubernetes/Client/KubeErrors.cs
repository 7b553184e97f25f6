using System.Text;
using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Turns the API's error answers into something to act on.</summary>
internal static class KubeErrors
{
    private const int MaxMessage = 1000;

    public static KubeError From(string cluster, KubeAnswer answer)
    {
        var status = Status(answer.Body);
        var budgets = Budgets(status);
        var said = OutsideText.Line(status?.Message is { } message ? message + budgets : Encoding.UTF8.GetString(answer.Body), MaxMessage);
        return new(
            KubeFailure.Refused, Sentence(cluster, answer, said), answer.Code, status?.Reason ?? "", ByBudget: budgets.Length > 0);
    }

    /// <summary>The message alone does not tell which budget it was.</summary>
    private static string Budgets(KubeStatus? status) =>
        string.Concat((status?.Details?.Causes ?? []).Where(c => c.Reason == "DisruptionBudget").Select(c => $" {c.Message}"));

    private static string Sentence(string cluster, KubeAnswer answer, string said) => answer.Code switch
    {
        401 => $"cluster '{cluster}' does not accept our credentials (401): {said}",
        403 => $"cluster '{cluster}' does not allow it (403): {said}",
        404 => $"not found in cluster '{cluster}' (404): {said}",
        429 when answer.RetryAfter is { } wait => $"cluster '{cluster}' is busy and asks to wait {wait.TotalSeconds:0.#} s (429): {said}",
        >= 500 and var code => $"cluster '{cluster}' has trouble of its own ({code}): {said}",
        var code => $"cluster '{cluster}' refused ({code}): {said}",
    };

    /// <summary>Proxies answer in their own words, so a body that is no Status is not an error of ours.</summary>
    private static KubeStatus? Status(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, KubeJson.Default.KubeStatus);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

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
        var said = OutsideText.Line(status?.Message ?? Encoding.UTF8.GetString(answer.Body), MaxMessage);
        return new(KubeFailure.Refused, Sentence(cluster, answer.Code, said), answer.Code, status?.Reason ?? "");
    }

    private static string Sentence(string cluster, int code, string said) => code switch
    {
        401 => $"cluster '{cluster}' does not accept our credentials (401): {said}",
        403 => $"cluster '{cluster}' does not allow it (403): {said}",
        404 => $"not found in cluster '{cluster}' (404): {said}",
        >= 500 => $"cluster '{cluster}' has trouble of its own ({code}): {said}",
        _ => $"cluster '{cluster}' refused ({code}): {said}",
    };

    /// <summary>Proxies answer in their own words, so a body that is no Status is not an error of ours.</summary>
    private static KubeStatus? Status(byte[] body)
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

using System.Text;
using System.Text.Json;

namespace AiFixer.Plugins.Docker;

/// <summary>Turns the engine's error answers into something to act on.</summary>
internal static class DockerErrors
{
    public static DockerError Of(string name, int code, byte[] body)
    {
        var said = OutsideText.Line(Said(body), 500);
        return new(code == 404 ? $"not found by Docker '{name}': {said}" : $"Docker '{name}' refused ({code}): {said}", code);
    }

    private static string Said(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DockerJson.Default.DockerMessage)?.Message ?? "";
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(body);
        }
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace AiFixer.Playground.Docker;

/// <summary>A container's log in the Engine's frames: which stream, how long, then the bytes.</summary>
internal static class DockerLogs
{
    public static async Task AnswerAsync(HttpContext context, DockerContainer container)
    {
        var tail = context.Request.Query["tail"].ToString();
        var lines = int.TryParse(tail, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? container.Log.TakeLast(count) : container.Log;
        context.Response.ContentType = "application/vnd.docker.multiplexed-stream";
        foreach (var line in lines.ToList())
            await context.Response.Body.WriteAsync(Frame(line));
    }

    private static byte[] Frame(string line)
    {
        var text = Encoding.UTF8.GetBytes($"{line}\n");
        var frame = new byte[8 + text.Length];
        frame[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)text.Length);
        text.CopyTo(frame, 8);
        return frame;
    }
}

using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Lark.Bot;

/// <summary>Custom bots take the moment and the secret as key, and sign nothing with it.</summary>
internal static class BotSignature
{
    public static string Of(string timestamp, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"), Array.Empty<byte>()));
}

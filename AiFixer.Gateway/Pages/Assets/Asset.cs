namespace AiFixer.Gateway.Pages.Assets;

internal sealed record Asset(string Name, string Type, ReadOnlyMemory<byte> Content, string Version);

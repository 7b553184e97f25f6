using AiFixer.Core.Ports;

namespace AiFixer.Core.Settings;

/// <summary>Nothing is set, for whoever has no store.</summary>
public sealed class NoSettings : ISettings
{
    private NoSettings()
    {
    }

    public static NoSettings Instance { get; } = new();

    public bool IsKnown => true;

    public Setting? Find(string key) => null;
}

using AiFixer.Core.Settings;

namespace AiFixer.Core.Ports;

/// <summary>What people set at run time, as this process knows it: in memory, so that it can be read at every call.</summary>
public interface ISettings
{
    /// <summary>False until they were read for the first time: something that is disabled would look enabled.</summary>
    bool IsKnown { get; }

    /// <summary>A setting by its key; null when it is not set.</summary>
    Setting? Find(string key);
}

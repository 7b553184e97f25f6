using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Crash;

/// <summary>A service that may die at any time, wherever it is reached just now.</summary>
internal interface IReachable
{
    IncidentApi Api { get; }
}

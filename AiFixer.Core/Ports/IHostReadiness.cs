namespace AiFixer.Core.Ports;

/// <summary>Whether what runs the incidents can be reached.</summary>
public interface IHostReadiness
{
    /// <summary>Why nothing can be taken now; null when it can.</summary>
    NotReady? Problem { get; }
}

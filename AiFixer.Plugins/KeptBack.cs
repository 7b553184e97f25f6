namespace AiFixer.Plugins;

/// <summary>Reaching the target took so long that the call may not leave any more.</summary>
internal sealed class KeptBack() : Exception("it may not leave any more");

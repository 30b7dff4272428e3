namespace Dateline.Replies.Screening;

/// <summary>
/// The texts that this process screens or writes at this moment. No row has them yet: without these the same text under ten stories,
/// sent at once, would be new to each of them. A node knows its own; what another node takes in the same moment it finds in the
/// database a moment later.
/// </summary>
internal sealed class Underway
{
    /// <summary>Taken until it is disposed of: when the reply is committed, or isn't taken.</summary>
    internal sealed class Place(Underway all) : IDisposable
    {
        private bool _left;

        private Fingerprint? Print { get; set; }

        /// <summary>How alike the nearest of those is that came before, 0 to 1. From now on those that come later are compared with this one.</summary>
        public double Compare(Fingerprint print)
        {
            lock (all._places)
            {
                var nearest = all._places.Where(other => other != this).Max(other => (double?)MinHash.Likeness(print.Sketch, other.Print!.Sketch)) ?? 0;
                if (_left || Print is not null) return nearest; // a phase that took too long goes on by itself
                Print = print;
                all._places.Add(this);
                return nearest;
            }
        }

        public void Dispose()
        {
            lock (all._places)
            {
                _left = true;
                if (Print is not null) all._places.Remove(this);
            }
        }
    }

    private readonly List<Place> _places = [];

    public Place Enter() => new(this);
}

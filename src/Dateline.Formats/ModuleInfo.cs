using System.Runtime.CompilerServices;

// Every text is read through buffers on the stack, kilobytes that would be cleared for each: what isn't written isn't read here.
[module: SkipLocalsInit]
